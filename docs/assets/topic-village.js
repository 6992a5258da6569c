// Runs on a topic's page when a village is chosen.
import "./javascripts/topic-village.js";
