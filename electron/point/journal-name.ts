/** The journal's file in a point's data folder. By itself: whether there is one is asked before anything of a point is read. */
export const JOURNAL_FILE = 'journal.db';
