import type { AnyControl } from "./control";
import { controls } from "./index";

/** The catalogue by id, for ids that may be of no control: those of events and reports. */
export const controlsById: ReadonlyMap<string, AnyControl> = new Map(controls.map((control) => [control.id, control]));
