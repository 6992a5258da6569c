// Runs on the pages of places for which somebody may have to wait.
import "./javascripts/nearest-help.js";
