// Runs on the page with the map.
import "./javascripts/service-map.js";
