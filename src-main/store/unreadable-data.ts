/** Something in the database is not what any version of Tally has written; the message names it. */
export class UnreadableData extends Error {}
