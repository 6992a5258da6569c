/* The places of the map, out of the columns of service-map-data.js: districts with towns, towns with places.
   An area has `name`, `key`, `places` (all within it), `children` (none in a town), its middle and its edges;
   `x` and `y` are pixels of the whole world at zoom 0. */

const STEPS = 100000;

function makePlace(town, number, id, looks, project) {
  const look = looks[parseInt(town.looks[number], 36)];
  const label = town.labels[number];
  const latitude = (town.at[1] + town.north[number]) / STEPS;
  const longitude = (town.at[0] + town.east[number]) / STEPS;
  const spot = project(latitude, longitude);
  return {
    key: `place ${id}`,
    id: id,
    label: label,
    name: town.names[number] || label + look.name,
    look: look,
    latitude: latitude,
    longitude: longitude,
    x: spot.x,
    y: spot.y
  };
}

function middle(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function makeArea(key, name, places, children) {
  const across = places.map((place) => place.x);
  const down = places.map((place) => place.y);
  return {
    key: key,
    name: name,
    places: places,
    children: children,
    x: middle(across),
    y: middle(down),
    width: across.reduce((most, x) => Math.max(most, x), 0) - across.reduce((least, x) => Math.min(least, x), 256),
    height: down.reduce((most, y) => Math.max(most, y), 0) - down.reduce((least, y) => Math.min(least, y), 256)
  };
}

function joined(key, name, children) {
  const places = [];
  children.forEach((child) => child.places.forEach((place) => places.push(place)));
  return makeArea(key, name, places, children);
}

export function townOf(data, project) {
  data.looks.forEach((look, number) => {
    look.number = number;
  });
  const districts = data.districts.map((district, one) => {
    const towns = district.towns.map((town, two) => {
      const found = town.ids.split(" ").map((id, number) => makePlace(town, number, id, data.looks, project));
      found.forEach((place) => {
        place.file = `${one}-${two}.js`;
      });
      return makeArea(`town ${one} ${two}`, town.name, found, null);
    });
    return joined(`district ${one}`, district.name, towns);
  });
  return joined("all", "", districts);
}
