/* The streets of 天地图 below the places, only for a town that may show them and after a press. Whether its host answers
   or not, marks, list and the town's own sketch stay as they are. */

const WMTS = "SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles";
// What the provider has; nearer, its pictures are enlarged.
const NEAREST = 18;
const SHOW = "显示街道地图";
const HIDE = "不看街道地图";
const LOADING = "正在下载街道地图……";
const FAILED = "街道地图没有下载下来，图上的点照常用。过一会儿可以再按一次。";
const PARTLY = "街道地图有几块没有下载下来，图上的点照常用。";

/* A layer of streets, or of their names, as the provider calls it. */
function tiles(map, box, name) {
  const address = `${box.dataset.mapTiles}/${name}_w/wmts?${WMTS}&LAYER=${name}`;
  const which = "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";
  const options = { maxNativeZoom: NEAREST, maxZoom: map.getMaxZoom() };
  return window.L.tileLayer(`${address}${which}&tk=${encodeURIComponent(box.dataset.mapToken)}`, options);
}

export function mapTiles(map, section) {
  const box = section.querySelector("[data-map-tiles]");
  if (!box) {
    return;
  }
  const button = box.querySelector("button");
  const said = box.querySelector("[role=status]");
  const layers = [tiles(map, box, "vec"), tiles(map, box, "cva")];
  let came = 0;

  function show(on, words) {
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? HIDE : SHOW;
    section.classList.toggle("fh-map--streets", on && came > 0);
    section.querySelector("[data-map-sketch]").hidden = on && came > 0;
    section.querySelector("[data-map-review]").hidden = !(on && came > 0);
    said.textContent = words;
  }

  function stop(words) {
    layers.forEach((layer) => layer.remove());
    came = 0;
    show(false, words);
  }

  layers.forEach((layer, number) => {
    layer.on("tileload", () => {
      came += 1;
      if (came === 1) {
        show(true, "");
      }
    });
    layer.on("tileerror", () => {
      if (came) {
        said.textContent = PARTLY;
      } else if (number === 0 && map.hasLayer(layer)) {
        stop(FAILED);
      }
    });
  });
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-pressed") === "true") {
      stop("");
      return;
    }
    show(true, LOADING);
    layers.forEach((layer) => layer.addTo(map));
  });
}
