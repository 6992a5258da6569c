// Runs before the page is drawn; small.
import "./javascripts/scripted.js";
import "./javascripts/flex-gap.js";
import "./javascripts/scheme.js";
import "./javascripts/large-view.js";
