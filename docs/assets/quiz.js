// Runs on the pages with questions.
import "./javascripts/print-page.js";
import "./javascripts/quiz.js";
