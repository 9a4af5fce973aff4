import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { expect, test } from "vitest";
import { EventSeats } from "./event-seats.js";

const viewer = (subject: string): Viewer => ({ role: "PROGRAM_MANAGER", subject, partnerIds: "all" });

test("a viewer holds so many streams, all viewers so many, and each that ends makes room", () => {
  const seats = new EventSeats({ viewer: 2, process: 3 });
  const [first, second] = [seats.take(viewer("a")), seats.take(viewer("a"))];
  expect([first.kind, second.kind, seats.take(viewer("a")).kind]).toEqual(["Seated", "Seated", "ViewerFull"]);
  expect([seats.take(viewer("b")).kind, seats.take(viewer("b")).kind]).toEqual(["Seated", "ProcessFull"]);
  if (first.kind === "Seated") {
    first.leave();
    first.leave();
  }
  expect([seats.take(viewer("a")).kind, seats.take(viewer("a")).kind]).toEqual(["Seated", "ViewerFull"]);
});
