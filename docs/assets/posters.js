// Runs on the sheets that are printed; what tells that one is out of date runs on every page.
import "./javascripts/print-page.js";
