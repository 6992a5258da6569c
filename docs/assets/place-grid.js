// Runs on the pages with the grid map.
import "./javascripts/place-grid.js";
