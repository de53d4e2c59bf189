// A waiting trip is dragged onto a car: the form below the board is filled in and sent, as anybody without a mouse does by hand. What the server refuses stays where it was.
export default function (place) {
  // Looked up when it is needed: after an answer the page holds another form.
  const parts = () => {
    const form = place.querySelector("#form-assign");
    return [form, ...["Form.Trip", "Form.Car"].map(name => form?.elements.namedItem(name))];
  };
  if (!parts().every(Boolean)) return;
  const rowAt = event => event.target instanceof Element ? event.target.closest("[data-car]") : null;
  let dragged = null;

  place.addEventListener("dragstart", event => {
    dragged = event.target instanceof Element ? event.target.closest("[data-trip]") : null;
    if (!dragged) return;
    event.dataTransfer.setData("text/plain", dragged.dataset.trip);
    event.dataTransfer.effectAllowed = "move";
  });
  place.addEventListener("dragend", () => { dragged = null; mark(null); });
  place.addEventListener("dragover", event => {
    const row = dragged && rowAt(event);
    mark(row || null);
    if (row) event.preventDefault();
  });
  place.addEventListener("drop", event => {
    const row = dragged && rowAt(event);
    if (!row) return;
    const [form, trip, car] = parts();
    if (!trip || !car) return;
    event.preventDefault();
    [trip.value, car.value] = [dragged.dataset.trip, row.dataset.car];
    form.requestSubmit();
  });

  function mark(row) {
    for (const other of place.querySelectorAll(".over")) if (other !== row) other.classList.remove("over");
    row?.classList.add("over");
  }
}
