// The bureau's own map, drawn from its own files: districts, roads, geofences, cars, a way to replay, a fence to draw.
// Whoever cannot see or touch it has the same in the list or in the numbers beside it. Nothing is fetched from outside the house.
const NS = "http://www.w3.org/2000/svg";
const RADIUS = 6378137;
const TILE = 256;
const MOST_TILES = 64;
const GAP = 5 * 60 * 1000;

const toX = longitude => RADIUS * longitude * Math.PI / 180;
const toY = latitude => -RADIUS * Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360));
const toLongitude = x => x / RADIUS * 180 / Math.PI;
const toLatitude = y => (2 * Math.atan(Math.exp(-y / RADIUS)) - Math.PI / 2) * 180 / Math.PI;

function element(name, attributes = {}, parent = null) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent?.append(made);
  return made;
}

async function ask(address) {
  const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

class Sheet {
  constructor(place, given) {
    this.place = place;
    this.given = given;
    this.english = document.documentElement.lang === "en";
    this.marks = [];
    this.origin = [0, 0];
    this.view = { x: 0, y: 0, scale: 0.05 };
    this.svg = element("svg", { "aria-hidden": "true", class: "map-sheet" }, place);
    this.tiles = element("g", { class: "tiles" }, this.svg);
    this.ground = element("g", { class: "ground" }, this.svg);
    this.names = element("g", { class: "names" }, this.svg);
    this.above = element("g", { class: "above" }, this.svg);
    this.note = document.createElement("div");
    this.note.className = "map-note";
    this.note.setAttribute("role", "status");
    place.append(this.note);
    this.buttons();
    this.listen();
    new ResizeObserver(() => this.draw()).observe(place);
  }

  // Metres on the sheet, counted from the middle of the base, so that numbers stay small.
  at([latitude, longitude]) { return [toX(longitude) - this.origin[0], toY(latitude) - this.origin[1]]; }
  screen([x, y]) { return [(x - this.view.x) * this.view.scale + this.svg.clientWidth / 2, (y - this.view.y) * this.view.scale + this.svg.clientHeight / 2]; }
  earth(px, py) {
    const x = (px - this.svg.clientWidth / 2) / this.view.scale + this.view.x + this.origin[0], y = (py - this.svg.clientHeight / 2) / this.view.scale + this.view.y + this.origin[1];
    return [toLatitude(y), toLongitude(x)];
  }

  buttons() {
    const row = document.createElement("div");
    row.className = "map-buttons";
    for (const [sign, word, act] of [["+", this.given.words.closer, () => this.zoom(1.6)], ["−", this.given.words.farther, () => this.zoom(1 / 1.6)], ["⤢", this.given.words.all, () => this.fit()]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = word;
      button.setAttribute("aria-label", word);
      button.addEventListener("click", act);
      row.append(button);
    }
    this.place.append(row);
  }

  listen() {
    const fingers = new Map();
    let moved = 0;
    this.svg.addEventListener("pointerdown", event => { fingers.set(event.pointerId, [event.clientX, event.clientY]); moved = 0; });
    this.svg.addEventListener("pointermove", event => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const [dx, dy] = [event.clientX - before[0], event.clientY - before[1]];
      moved += Math.abs(dx) + Math.abs(dy);
      if (moved > 4 && !this.svg.hasPointerCapture(event.pointerId)) this.svg.setPointerCapture(event.pointerId);
      if (others.length === 1) {
        const apart = at => Math.hypot(at[0] - others[0][0], at[1] - others[0][1]);
        this.zoom(apart([event.clientX, event.clientY]) / Math.max(1, apart(before)));
      } else if (others.length === 0) {
        this.view.x -= dx / this.view.scale;
        this.view.y -= dy / this.view.scale;
        this.draw();
      }
      fingers.set(event.pointerId, [event.clientX, event.clientY]);
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) this.svg.addEventListener(end, event => fingers.delete(event.pointerId));
    this.svg.addEventListener("wheel", event => { event.preventDefault(); this.zoom(event.deltaY < 0 ? 1.25 : 0.8, event); }, { passive: false });
    this.svg.addEventListener("click", event => { if (moved <= 4) this.press?.(event); });
    this.place.addEventListener("keydown", event => {
      if (event.target !== this.place) return;
      const step = 60 / this.view.scale;
      const ways = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
      if (ways[event.key]) { this.view.x += ways[event.key][0]; this.view.y += ways[event.key][1]; this.draw(); }
      else if (event.key === "+" || event.key === "=") this.zoom(1.6);
      else if (event.key === "-") this.zoom(1 / 1.6);
      else if (event.key === "0") this.fit();
      else return;
      event.preventDefault();
    });
  }

  zoom(by, event = null) {
    const box = this.svg.getBoundingClientRect();
    const [px, py] = event ? [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2] : [0, 0];
    const scale = Math.min(4, Math.max(0.001, this.view.scale * by));
    this.view.x += px / this.view.scale - px / scale;
    this.view.y += py / this.view.scale - py / scale;
    this.view.scale = scale;
    this.draw();
  }

  // Shows all of some places; without any, the base, else whatever is marked.
  fit(places = null) {
    const points = (places?.length ? places : this.bounds?.length ? this.bounds : this.marks.map(m => m.at)).map(p => this.at(p));
    if (!points.length) return;
    const xs = points.map(p => p[0]), ys = points.map(p => p[1]);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    this.view.x = (left + right) / 2;
    this.view.y = (top + bottom) / 2;
    this.view.scale = Math.min(1, 0.9 * Math.min(this.svg.clientWidth / Math.max(200, right - left), this.svg.clientHeight / Math.max(200, bottom - top)));
    this.draw();
  }

  go(at) {
    [this.view.x, this.view.y] = this.at(at);
    this.view.scale = Math.max(this.view.scale, 0.15);
    this.draw();
  }

  path(points, closed = false) { return points.map((p, i) => (i ? "L" : "M") + this.at(p).map(n => n.toFixed(1)).join(" ")).join("") + (closed ? "Z" : ""); }

  base(given) {
    const all = [...given.districts, ...given.roads].flatMap(l => l.points);
    this.bounds = all;
    if (all.length) {
      const [north, east] = all[0];
      this.origin = [toX(east), toY(north)];
    }
    given.districts.forEach((district, i) => {
      element("path", { d: this.path(district.points, true), class: `district tint${i % 4}` }, this.ground);
      const middle = district.points.reduce((sum, p) => [sum[0] + p[0] / district.points.length, sum[1] + p[1] / district.points.length], [0, 0]);
      const name = element("text", { class: "district-name" }, this.names);
      name.textContent = this.english ? district.name.en : district.name.zh;
      this.marks.push({ at: middle, node: name, fixed: true });
    });
    for (const road of [...given.roads].sort((a, b) => a.main - b.main)) {
      const line = element("path", { d: this.path(road.points), class: road.main ? "road main" : "road" }, this.ground);
      element("title", {}, line).textContent = this.english ? road.name.en : road.name.zh;
    }
  }

  fence(given, own = false) {
    const kind = own ? "fence own" : "fence";
    if (!given.points.length) return null;
    const wide = this.widthAt(given.points[0], Number(given.widthM ?? 0));
    const drawn = given.shape === "circle"
      ? (([x, y]) => element("circle", { cx: x, cy: y, r: Math.max(1, wide), class: kind }, this.ground))(this.at(given.points[0]))
      : given.shape === "corridor"
        ? element("path", { d: this.path(given.points), class: kind + " corridor", "stroke-width": Math.max(1, 2 * wide) }, this.ground)
        : element("path", { d: this.path(given.points, true), class: kind }, this.ground);
    element("title", {}, drawn).textContent = given.name ?? "";
    return drawn;
  }

  // On this sheet a metre grows with the latitude.
  widthAt([latitude], metres) { return metres / Math.cos(latitude * Math.PI / 180); }

  mark(at, kind, shape = "circle") {
    const node = element("g", { class: kind }, this.above);
    if (shape === "arrow") element("path", { d: "M0-9L6 7L0 3L-6 7Z" }, node);
    else element("circle", { r: shape === "dot" ? 4 : 6 }, node);
    const mark = { at, node };
    this.marks.push(mark);
    return mark;
  }

  drop(mark) {
    mark.node.remove();
    this.marks.splice(this.marks.indexOf(mark), 1);
  }

  draw() {
    const { x, y, scale } = this.view;
    const [w, h] = [this.svg.clientWidth, this.svg.clientHeight];
    this.ground.setAttribute("transform", `translate(${w / 2} ${h / 2}) scale(${scale}) translate(${-x} ${-y})`);
    for (const mark of this.marks) {
      const [px, py] = this.screen(this.at(mark.at));
      mark.node.setAttribute("transform", `translate(${px.toFixed(1)} ${py.toFixed(1)})${mark.turn === undefined ? "" : ` rotate(${mark.turn})`}`);
      mark.node.toggleAttribute("hidden", px < -60 || py < -60 || px > w + 60 || py > h + 60);
    }
    this.drawTiles(w, h);
  }

  drawTiles(w, h) {
    if (!this.given.tiles || !w) return;
    const world = 2 * Math.PI * RADIUS;
    const z = Math.min(18, Math.max(3, Math.round(Math.log2(world * this.view.scale / TILE))));
    const size = world / 2 ** z;
    const [left, top] = [this.view.x + this.origin[0] - w / 2 / this.view.scale + world / 2, this.view.y + this.origin[1] - h / 2 / this.view.scale + world / 2];
    const wanted = [];
    for (let i = Math.floor(left / size); i * size < left + w / this.view.scale; i++) for (let j = Math.floor(top / size); j * size < top + h / this.view.scale; j++) wanted.push([i, j]);
    this.tiles.replaceChildren(...wanted.slice(0, MOST_TILES).map(([i, j]) => element("image", {
      href: this.given.tiles.replace("{z}", z).replace("{x}", i).replace("{y}", j),
      x: (i * size - left) * this.view.scale, y: (j * size - top) * this.view.scale, width: size * this.view.scale + 0.5, height: size * this.view.scale + 0.5,
    })));
  }
}

// Cars, looked at again and again while the page is in sight.
async function live(map) {
  const { given } = map;
  const shown = new Map();
  const list = document.querySelector("[data-map-list]");
  const zone = new Intl.DateTimeFormat(map.english ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false });
  const tell = car => `${car.plateNo} · ${given.words[car.motion]}${car.speedKmh ? ` ${Math.round(car.speedKmh)} km/h` : ""} · ${zone.format(new Date(car.fixAt))}`;
  const link = (text, href) => Object.assign(document.createElement("a"), { textContent: text, href });

  function open(car) {
    for (const { mark } of shown.values()) mark.node.classList.remove("chosen");
    shown.get(car.id)?.mark.node.classList.add("chosen");
    const line = document.createElement("p");
    line.textContent = `${tell(car)} · ${car.unit}`;
    const links = document.createElement("p");
    links.className = "row-of";
    links.append(link(given.words.car, `/fleet/vehicles/${car.id}`), link(given.words.replay, `/fleet/map/replay?car=${car.id}`));
    if (car.tripId) links.append(link(car.trip, `/fleet/trips/${car.tripId}`));
    map.note.replaceChildren(line, links);
    map.chosen = car.id;
  }

  function retell(car) {
    const row = list?.querySelector(`[data-car="${car.id}"]`);
    if (!row) return;
    const state = row.querySelector("[data-motion]");
    if (state) { state.textContent = given.words[car.motion]; state.dataset.motion = car.motion; }
    const seen = row.querySelector("[data-seen]");
    if (seen) seen.textContent = zone.format(new Date(car.fixAt));
  }

  async function look() {
    if (document.hidden || !map.place.isConnected) return;
    try {
      const { cars } = await ask(given.cars);
      const gone = new Set(shown.keys());
      for (const car of cars) {
        gone.delete(car.id);
        const kind = `car ${car.motion}`, shape = car.motion === "driving" ? "arrow" : "circle";
        let entry = shown.get(car.id);
        if (entry && entry.shape !== shape) { map.drop(entry.mark); entry = null; }
        if (!entry) {
          entry = { mark: map.mark(car.at, kind, shape), shape };
          element("title", {}, entry.mark.node);
          entry.mark.node.addEventListener("click", () => open(shown.get(car.id).car));
          shown.set(car.id, entry);
        }
        Object.assign(entry.mark, { at: car.at, turn: shape === "arrow" ? car.direction ?? 0 : undefined });
        entry.mark.node.setAttribute("class", kind + (map.chosen === car.id ? " chosen" : ""));
        entry.mark.node.querySelector("title").textContent = tell(car);
        entry.car = car;
        retell(car);
      }
      for (const id of gone) { map.drop(shown.get(id).mark); shown.delete(id); }
      map.draw();
      map.place.dataset.cars = cars.length;
    } catch {
      map.note.textContent = given.words.lost; // tried again at the next look
    }
  }

  for (const button of list?.querySelectorAll("[data-find]") ?? []) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const car = shown.get(button.dataset.find)?.car;
      if (!car) return;
      map.go(car.at);
      open(car);
      map.place.focus();
    });
  }
  await look();
  const timer = setInterval(() => map.place.isConnected ? look() : clearInterval(timer), given.refresh * 1000);
}

// A way with a slider over its time.
async function replay(map) {
  const { given, place } = map;
  const way = await ask(given.track);
  place.dataset.points = way.points.length;
  if (!way.points.length) return;
  // Where nothing was heard for long, the line is broken: nobody knows which way the car took.
  const pieces = [[way.points[0]]];
  for (const point of way.points.slice(1)) {
    const last = pieces.at(-1).at(-1);
    if (Date.parse(point.t) - Date.parse(last.t) > GAP) {
      element("path", { d: map.path([last.at, point.at]), class: "way gap" }, map.ground);
      pieces.push([]);
    }
    pieces.at(-1).push(point);
  }
  for (const piece of pieces) element("path", { d: map.path(piece.map(p => p.at)), class: "way" }, map.ground);
  map.mark(way.points[0].at, "end first", "dot");
  map.mark(way.points.at(-1).at, "end last", "dot");
  for (const crossing of way.crossings) element("title", {}, map.mark(crossing.at, "crossing", "dot").node).textContent = crossing.fence;
  const car = map.mark(way.points[0].at, "car driving chosen", "arrow");
  const [begin, end] = [Date.parse(way.points[0].t), Date.parse(way.points.at(-1).t)];
  const slider = document.querySelector("[data-replay-time]"), button = document.querySelector("[data-replay-play]"), told = document.querySelector("[data-replay-now]");
  const zone = new Intl.DateTimeFormat(map.english ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
  slider.max = Math.max(1, Math.round((end - begin) / 1000));
  slider.step = 1;

  function show() {
    const at = begin + Number(slider.value) * 1000;
    let next = way.points.findIndex(p => Date.parse(p.t) >= at);
    if (next < 0) next = way.points.length - 1;
    const [a, b] = [way.points[Math.max(0, next - 1)], way.points[next]];
    const [from, to] = [Date.parse(a.t), Date.parse(b.t)];
    const share = to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 1;
    car.at = [a.at[0] + (b.at[0] - a.at[0]) * share, a.at[1] + (b.at[1] - a.at[1]) * share];
    car.turn = b.direction ?? 0;
    const text = `${zone.format(new Date(at))} · ${Math.round(a.speedKmh ?? 0)} km/h`;
    told.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    map.draw();
  }

  let timer = null;
  const stop = () => { clearInterval(timer); timer = null; button.textContent = given.words.play; };
  button.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(slider.value) >= Number(slider.max)) slider.value = 0;
    button.textContent = given.words.pause;
    timer = setInterval(() => {
      if (!place.isConnected) return stop();
      slider.value = Number(slider.value) + Math.max(1, Number(slider.max) / 300);
      show();
      if (Number(slider.value) >= Number(slider.max)) stop();
    }, 100);
  });
  slider.addEventListener("input", show);
  document.querySelector("[data-replay-bar]").hidden = false;
  map.fit(way.points.map(p => p.at));
  show();
}

// A fence drawn with the mouse; the numbers in the form are what counts, and change with it both ways.
function edit(map) {
  const { given } = map;
  const [points, shape, width] = [given.edit.points, given.edit.shape, given.edit.width].map(id => document.getElementById(id));
  let drawn = null, corners = [];
  const read = () => points.value.split(/[\n\r;；]+/).map(l => l.split(/[,，\s、]+/).filter(Boolean).map(Number)).filter(p => p.length === 2 && p.every(Number.isFinite));
  function show() {
    drawn?.remove();
    corners.forEach(c => map.drop(c));
    const at = read();
    drawn = map.fence({ points: at, shape: shape.value.toLowerCase(), widthM: width.value || 0, name: "" }, true);
    corners = at.map(p => map.mark(p, "corner", "dot"));
    map.draw();
  }
  if (!given.edit.still) map.press = event => {
    const box = map.svg.getBoundingClientRect();
    const here = map.earth(event.clientX - box.left, event.clientY - box.top).map(n => n.toFixed(6)).join(",");
    const lines = shape.value === "Circle" ? [] : points.value.split("\n").filter(l => l.trim());
    points.value = [...lines, here].join("\n");
    show();
  };
  for (const field of [points, shape, width]) field.addEventListener("input", show);
  document.querySelector("[data-fence-undo]")?.addEventListener("click", () => {
    points.value = points.value.split("\n").filter(l => l.trim()).slice(0, -1).join("\n");
    show();
  });
  show();
  if (read().length) map.fit(read());
}

export default async function (place) {
  const given = JSON.parse(place.dataset.map);
  const map = new Sheet(place, given);
  map.base(await ask(given.base));
  for (const fence of given.fences ? await ask(given.fences) : []) map.fence(fence);
  map.fit();
  if (given.cars) await live(map);
  if (given.track) await replay(map);
  if (given.edit) edit(map);
  if (given.cars && !map.bounds.length) map.fit();
  place.dataset.ready = "true";
}
