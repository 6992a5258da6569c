// Runs on every page when it has been read.
import "./javascripts/chosen-village.js";
import "./javascripts/copy-text.js";
import "./javascripts/dated.js";
import "./javascripts/duty-beyond.js";
import "./javascripts/duty-now.js";
import "./javascripts/duty-stops.js";
import "./javascripts/duty-table.js";
import "./javascripts/event-time.js";
import "./javascripts/header.js";
import "./javascripts/later.js";
import "./javascripts/opening.js";
import "./javascripts/phone-days.js";
import "./javascripts/send-text.js";
import "./javascripts/subscribe.js";
import "./javascripts/video-player.js";
