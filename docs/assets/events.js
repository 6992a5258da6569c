// Runs on the pages with a board or a month of events.
import "./javascripts/event-weeks.js";
