// Runs on the pages of places.
import "./javascripts/nearest-help.js";
import "./javascripts/place-after.js";
import "./javascripts/place-near.js";
