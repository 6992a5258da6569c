// Runs on the sheets that are printed.
import "./javascripts/scripted.js";
import "./javascripts/dated.js";
import "./javascripts/print-page.js";
