import type { PolicyHolder } from "./resource";

/** An identity policy: managed, or inline of a role, a user, a group or a permission set. */
export interface IamPolicy extends PolicyHolder {}
