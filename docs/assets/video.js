// Runs on the page of a film.
import "./javascripts/video-transcript.js";
