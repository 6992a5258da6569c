// Runs on the pages that find a village.
import "./javascripts/village-finder.js";
