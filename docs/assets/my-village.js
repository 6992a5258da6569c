// Runs when a village is chosen.
import "./javascripts/urgent-help.js";
import "./javascripts/my-village.js";
