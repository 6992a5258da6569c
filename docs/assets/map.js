// Runs on the page of all places: which map is seen, what is chosen, and how the list is narrowed and sorted.
import "./javascripts/map-filters.js";
import "./javascripts/map-narrowed.js";
import "./javascripts/map-sheet.js";
import "./javascripts/map-card.js";
import "./javascripts/map-switch.js";
import "./javascripts/map-near.js";
