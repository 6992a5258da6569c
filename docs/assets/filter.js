// Runs on the pages with a list to narrow.
import "./javascripts/filter.js";
