/* The map of the office's desk: places are dragged, and the lines that then belong into places.yml are shown. It stands
   within a page of its own, which fahu map writes; folium's script there calls fahu.deskMap. */
(() => {
  // More marks than these only cover each other, and a browser takes long to draw them.
  const MOST = 300;

  /* The ellipsoid of Krasovsky (1940), on which GCJ-02 is computed: as in macros/domain/geo.py. */
  const AXIS = 6378245.0;
  const ECCENTRICITY = 0.006693421622965943;
  const BD_TURN = (Math.PI * 3000) / 180;

  function waves(value, first, second) {
    return first * Math.sin(value * Math.PI) + second * Math.sin((value / 3) * Math.PI);
  }

  function gcj02(longitude, latitude) {
    const x = longitude - 105;
    const y = latitude - 35;
    const ripple = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
    const far = 160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30);
    const wide = 150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI);
    const root = Math.sqrt(Math.abs(x));
    const north =
      -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ((ripple + waves(y, 20, 40) + far) * 2) / 3;
    const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ((ripple + waves(x, 20, 40) + wide) * 2) / 3;
    const turn = (latitude * Math.PI) / 180;
    const bend = 1 - ECCENTRICITY * Math.sin(turn) ** 2;
    const meridian = (AXIS * (1 - ECCENTRICITY)) / (bend * Math.sqrt(bend));
    const parallel = (AXIS / Math.sqrt(bend)) * Math.cos(turn);
    const degrees = 180 / Math.PI;
    return [longitude + (east / parallel) * degrees, latitude + (north / meridian) * degrees];
  }

  function bd09(x, y) {
    const radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * BD_TURN);
    const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BD_TURN);
    return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006];
  }

  /* The map is in WGS-84; the file keeps the system that it has. */
  function inSystem(at, system) {
    const shifted = gcj02(at.lng, at.lat);
    return system === "wgs84" ? [at.lng, at.lat] : system === "gcj02" ? shifted : bd09(shifted[0], shifted[1]);
  }

  function yaml(place, at, today) {
    const found = inSystem(at, place.system);
    const rows = [
      `longitude: ${found[0].toFixed(5)}`,
      `latitude: ${found[1].toFixed(5)}`,
      `system: ${place.system}`,
      "precision: approximate",
      `source: ${today} 在地图上拖的，没量过`
    ];
    const before = " ".repeat(place.indent);
    return place.inline
      ? `position: {${rows.join(", ")}}`
      : [`${before}position:`, ...rows.map((row) => `${before}  ${row}`)].join("\n");
  }

  function byHand(text) {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  function copy(text, button) {
    const say = (done) => {
      button.textContent = done ? "已复制" : "请选中上面几行，自己复制";
    };
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(
        () => say(true),
        () => say(byHand(text))
      );
    } else {
      say(byHand(text));
    }
  }

  /* A word on the map, as text whatever it holds. */
  function word(text, className) {
    const made = document.createElement("span");
    made.className = className;
    made.textContent = text;
    return made;
  }

  function landmark(map, found) {
    const icon = window.L.divIcon({ className: "fh-desk__landmark", html: "", iconSize: [0, 0] });
    const mark = window.L.marker(found.at, { icon: icon, interactive: false, keyboard: false }).addTo(map);
    mark.getElement().appendChild(word(found.name, "fh-desk__name"));
  }

  /* With the arrows a mark goes a pixel, as far as a mouse can drag it. */
  function nudged(map, mark, key) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (step) {
      const from = map.project(mark.getLatLng(), map.getZoom());
      mark.setLatLng(map.unproject(from.add(step), map.getZoom()));
    }
    return Boolean(step);
  }

  function isOutside(at, bounds) {
    return bounds && (at.lng < bounds[0] || at.lat < bounds[1] || at.lng > bounds[2] || at.lat > bounds[3]);
  }

  /* A place with what the page has of it: its row of the list, its mark, and the lines once it was moved. */
  function deskPlace(map, place, data, changes) {
    const row = document.querySelector(`[data-desk-place="${place.id}"]`);
    const link = row.querySelector("a");
    const button = row.querySelector("button");
    let mark = null;
    let change = null;

    function put(at) {
      const look = document.querySelector(`[data-desk-look="${place.group}"]`);
      const icon = window.L.divIcon({ className: "fh-desk__mark", html: "", iconSize: [34, 34] });
      mark = window.L.marker(at, { icon: icon, draggable: true, autoPan: true, title: place.name });
      mark.on("add", () => {
        const box = mark.getElement();
        box.appendChild(look.content.firstElementChild.cloneNode(true));
        box.appendChild(word(place.label, "fh-desk__name"));
        box.addEventListener("keydown", (event) => {
          if (nudged(map, mark, event.key)) {
            event.preventDefault();
            event.stopPropagation();
            tell();
          }
        });
      });
      mark.on("dragend", tell);
      button.textContent = "在图上看";
    }

    function back() {
      change.remove();
      change = null;
      if (place.at) {
        mark.setLatLng(place.at);
      } else {
        mark.remove();
        mark = null;
        button.textContent = "放到图中央";
      }
      changes.told();
    }

    function begin() {
      change = document.querySelector("[data-desk-change]").content.firstElementChild.cloneNode(true);
      change.querySelector("h3").textContent = place.name;
      change.querySelector("a").href = link.href;
      change.querySelector("a").textContent = link.textContent;
      change.querySelector("[data-desk-how]").textContent = place.at
        ? "那一处的 position，连同下面几行，换成："
        : "那一处还没有 position，加上这几行：";
      change.querySelector("[data-desk-sample]").hidden = !place.sample;
      change.querySelector("[data-desk-back]").addEventListener("click", back);
      const copier = change.querySelector("[data-desk-copy]");
      copier.addEventListener("click", () => copy(change.querySelector("pre").textContent, copier));
      changes.box.insertBefore(change, changes.box.firstChild);
    }

    function tell() {
      if (!change) {
        begin();
      }
      const at = mark.getLatLng();
      change.querySelector("pre").textContent = yaml(place, at, data.today);
      change.querySelector("[data-desk-outside]").hidden = !isOutside(at, data.bounds);
      change.querySelector("[data-desk-copy]").textContent = "复制这几行";
      changes.told();
    }

    button.addEventListener("click", () => {
      if (mark) {
        map.setView(mark.getLatLng(), Math.max(map.getZoom(), 15));
        return;
      }
      put(map.getCenter());
      mark.addTo(map);
      tell();
    });
    if (place.at) {
      put(place.at);
    }
    return {
      isIn: (bounds) => mark !== null && bounds.contains(mark.getLatLng()),
      show: (on) => mark && (on ? mark.addTo(map) : mark.remove())
    };
  }

  function streets(map, layers) {
    const button = document.querySelector("[data-desk-streets]");
    const said = document.querySelector(".fh-desk__said");
    if (!button) {
      return;
    }
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      layers.forEach((layer) => (on ? layer.addTo(map) : layer.remove()));
      said.textContent = "";
    });
    layers[0].on("tileerror", () => {
      said.textContent = "街道地图有的没有下载下来，点照常能拖。";
    });
  }

  function deskMap(map, data, layers) {
    const L = window.L;
    const box = document.querySelector("[data-desk-changes]");
    const none = document.querySelector("[data-desk-none]");
    const told = () => {
      none.hidden = box.childElementCount > 0;
    };
    const listed = data.places.map((place) => deskPlace(map, place, data, { box: box, told: told }));

    function drawn() {
      const seen = map.getBounds().pad(0.2);
      const inside = listed.filter((place) => place.isIn(seen));
      const few = inside.length <= MOST;
      listed.forEach((place) => place.show(few && inside.indexOf(place) >= 0));
      document.querySelector(".fh-desk__said").textContent = few ? "" : `这里有 ${inside.length} 处，放大以后才画。`;
    }

    L.control.zoom({ position: "bottomright", zoomInTitle: "放大", zoomOutTitle: "缩小" }).addTo(map);
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
    const known = data.places.filter((place) => place.at).map((place) => place.at);
    if (known.length) {
      map.fitBounds(L.latLngBounds(known).pad(0.1), { animate: false });
    } else if (data.bounds) {
      map.fitBounds([
        [data.bounds[1], data.bounds[0]],
        [data.bounds[3], data.bounds[2]]
      ]);
    }
    data.words.forEach((found) => landmark(map, found));
    streets(map, layers);
    map.on("moveend", drawn);
    drawn();
  }

  window.fahu = window.fahu || {};
  window.fahu.deskMap = deskMap;
})();
