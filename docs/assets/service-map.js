// Runs when the map of real positions is asked for.
import "./javascripts/service-map.js";
