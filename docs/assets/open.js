// Runs on the pages with a plan.
import "./javascripts/deeds.js";
