// Runs on the pages of topics and of mediation.
import "./javascripts/time-limit.js";
import "./javascripts/topic-help.js";
