/* The service map. service-map-data.js makes the Leaflet map and calls fahu.serviceMap with the places;
   everything readable is copied from the cards of the list on the same page. */
(function () {
  "use strict";

  var section = document.querySelector("[data-service-map]");
  var L = window.L;
  var layout = window.fahu && window.fahu.mapLayout;
  if (!section || !L || !layout) {
    return;
  }
  section.hidden = false;
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  function drawNet(map, bounds, net) {
    var style = { className: "fh-map__net", interactive: false, noClip: true };
    net.longitudes.forEach(function (longitude) {
      L.polyline([[bounds.getSouth(), longitude], [bounds.getNorth(), longitude]], style).addTo(map);
    });
    net.latitudes.forEach(function (latitude) {
      L.polyline([[latitude, bounds.getWest()], [latitude, bounds.getEast()]], style).addTo(map);
    });
  }

  function addControls(map) {
    var Scale = L.Control.Scale.extend({
      _updateScale: function (scale, text, ratio) {
        var words = text.replace(" km", " 公里").replace(" m", " 米");
        L.Control.Scale.prototype._updateScale.call(this, scale, words, ratio);
      }
    });
    L.control.zoom({ position: "bottomright", zoomInTitle: "放大", zoomOutTitle: "缩小" }).addTo(map);
    new Scale({ imperial: false, position: "bottomleft" }).addTo(map);
  }

  /* In a large town the list is on other pages: here is only the way to the page of each place. */
  function wayTo(feature) {
    var card = element("div", "");
    var link = element("a", "fh-place__name", feature.properties.name);
    link.href = "places/" + feature.id + ".html";
    link.setAttribute("data-popup", "");
    card.appendChild(section.querySelector(".fh-map__legend .fh-place-mark--" + feature.properties.group).cloneNode(true));
    card.appendChild(link);
    return card;
  }

  function popupContent(card) {
    var content = element("div", "fh-popup");
    card.querySelectorAll("[data-popup]").forEach(function (part) {
      var isFact = part.parentNode.tagName === "DL";
      if (isFact && content.lastChild.tagName !== "DL") {
        content.appendChild(document.createElement("dl"));
      }
      (isFact ? content.lastChild : content).appendChild(part.cloneNode(true));
    });
    return content;
  }

  function makeItem(feature, card, map) {
    var properties = feature.properties;
    var box = element("div", "");
    var tie = element("span", "fh-marker__tie");
    var label = element("span", "fh-marker__label", properties.label);
    if (properties.featured) {
      label.appendChild(element("small", "", " 示范"));
    }
    tie.hidden = true;
    box.appendChild(tie);
    box.appendChild(card.querySelector(".fh-place-mark").cloneNode(true));
    box.appendChild(label);
    var place = feature.geometry.coordinates;
    var marker = L.marker([place[1], place[0]], {
      icon: L.divIcon({ className: "fh-marker", html: "", iconSize: [44, 44] }),
      riseOnHover: true
    });
    marker.bindPopup(function () {
      // The popup may need room beyond the town.
      map.setMaxBounds(null);
      marker.getPopup().options.maxWidth = Math.min(340, map.getSize().x - 64);
      marker.getPopup().options.maxHeight = map.getSize().y - 90;
      return popupContent(card);
    }, { minWidth: 200, autoPanPadding: [10, 10] });
    return { marker: marker, parts: box, tie: tie, label: label, properties: properties };
  }

  function prepare(item, map) {
    var icon = item.marker.addTo(map).getElement();
    while (item.parts.firstChild) {
      icon.appendChild(item.parts.firstChild);
    }
    icon.setAttribute("aria-label", item.properties.said);
    icon.setAttribute("aria-haspopup", "dialog");
    icon.addEventListener("keydown", function (event) {
      if (event.key === " ") {
        event.preventDefault();
        item.marker.openPopup();
      }
    });
    item.icon = icon;
  }

  function showLabel(item, size) {
    var dx = Math.round(item.labelAt.x - item.x + size / 2);
    var dy = Math.round(item.labelAt.y - item.y + size / 2);
    item.label.classList.toggle("fh-marker__label--crowded", item.crowded);
    item.label.style.transform = "translate(" + dx + "px," + dy + "px)";
  }

  function shift(item, size) {
    var dx = item.x - item.home.x;
    var dy = item.y - item.home.y;
    var far = Math.hypot(dx, dy);
    item.icon.style.marginLeft = Math.round(dx - size / 2) + "px";
    item.icon.style.marginTop = Math.round(dy - size / 2) + "px";
    item.tie.hidden = far < 6;
    item.tie.style.width = far + "px";
    item.tie.style.transform = "rotate(" + Math.atan2(-dy, -dx) + "rad)";
    item.marker.getPopup().options.offset = L.point(dx, dy - size / 2 + 8);
  }

  /* Whether the markers in the window would cover more than a quarter of it. */
  function isDense(map, items, view) {
    var size = map.getSize();
    var seen = items.filter(function (item) {
      return view.contains(map.project(item.marker.getLatLng()));
    });
    return seen.length * 44 * 44 > size.x * size.y / 4;
  }

  function controls(map, view) {
    var frame = map.getContainer().getBoundingClientRect();
    return Array.prototype.map.call(section.querySelectorAll(".leaflet-control"), function (control) {
      var box = control.getBoundingClientRect();
      return { x: view.min.x + box.left - frame.left, y: view.min.y + box.top - frame.top, w: box.width, h: box.height };
    });
  }

  function layOut(map, items) {
    if (!items.length) {
      return;
    }
    var size = items[0].icon.offsetWidth;
    var view = map.getPixelBounds();
    var origin = map.getPixelOrigin();
    var dense = isDense(map, items, view);
    section.classList.toggle("fh-map--dense", dense);
    view = L.bounds(view.min.subtract(origin), view.max.subtract(origin));
    items.forEach(function (item) {
      item.w = item.label.offsetWidth;
      item.h = item.label.offsetHeight;
      item.home = map.latLngToLayerPoint(item.marker.getLatLng());
      item.x = item.home.x;
      item.y = item.home.y;
    });
    if (!dense) {
      layout.spread(items, size);
    }
    layout.placeLabels(items, size, dense ? size / 2 : size - 6, view, controls(map, view));
    items.forEach(function (item) {
      shift(item, size);
      showLabel(item, size);
    });
  }

  /* One finger scrolls the page, not the map, until the visitor asks for it. */
  function leaveScrolling(map) {
    if (!L.Browser.mobile && !window.matchMedia("(pointer: coarse)").matches) {
      return;
    }
    var button = section.querySelector("[data-map-move]");
    map.dragging.disable();
    button.hidden = false;
    section.querySelector("[data-map-touch]").hidden = false;
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      map.dragging[on ? "enable" : "disable"]();
    });
  }

  function keepInside(map, bounds) {
    function fit() {
      map.invalidateSize({ pan: false });
      map.setMinZoom(0);
      map.setMaxBounds(null);
      map.fitBounds(bounds, { animate: false });
      map.setMinZoom(map.getBoundsZoom(bounds));
      map.setMaxBounds(bounds.pad(0.1));
    }
    fit();
    section.querySelector("[data-map-home]").addEventListener("click", function () {
      map.closePopup();
      map.fitBounds(bounds);
    });
    return fit;
  }

  /* A phone's window changes its height whenever the page is scrolled: only a new width counts. */
  function watchSize(map, changed) {
    var width = map.getContainer().offsetWidth;
    window.addEventListener("resize", function () {
      if (map.getContainer().offsetWidth !== width) {
        width = map.getContainer().offsetWidth;
        changed();
      }
    });
    new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["data-view"] });
  }

  function handlePopups(map, bounds, items) {
    map.on("popupopen", function (event) {
      var popup = event.popup.getElement();
      section.classList.add("fh-map--reading");
      var item = items.filter(function (one) { return one.marker.getPopup() === event.popup; })[0];
      popup.setAttribute("role", "dialog");
      popup.setAttribute("aria-label", item.properties.name);
      var close = popup.querySelector(".leaflet-popup-close-button");
      close.setAttribute("aria-label", "关闭");
      var first = popup.querySelector("a[href]");
      if (first) {
        first.focus({ preventScroll: true });
      }
      popup.addEventListener("keydown", function (key) {
        if (key.key === "Escape") {
          key.stopPropagation();
          map.closePopup();
        }
      });
    });
    map.on("popupclose", function (event) {
      section.classList.remove("fh-map--reading");
      map.setMaxBounds(bounds.pad(0.1));
      var item = items.filter(function (one) { return one.marker.getPopup() === event.popup; })[0];
      if (event.popup.getElement().contains(document.activeElement)) {
        item.icon.focus({ preventScroll: true });
      }
    });
  }

  window.fahu.serviceMap = function (map, data) {
    var bounds = L.latLngBounds(data.bounds);
    drawNet(map, bounds.pad(2), data.net);
    addControls(map);
    leaveScrolling(map);
    var fit = keepInside(map, bounds);
    var items = [];
    data.places.features.forEach(function (feature) {
      var card = document.getElementById("place-" + feature.id) || wayTo(feature);
      items.push(makeItem(feature, card, map));
    });
    items.forEach(function (item) {
      prepare(item, map);
      item.rank = (item.properties.group === "station" ? 2 : 0) + (item.properties.featured ? 1 : 0);
      item.marker.setZIndexOffset(item.rank * 1000);
    });
    handlePopups(map, bounds, items);
    layOut(map, items);
    map.on("zoomend", function () { layOut(map, items); });
    watchSize(map, function () {
      fit();
      layOut(map, items);
    });
  };
})();
