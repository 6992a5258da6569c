// Runs on the page that searches.
import "./javascripts/search.js";
