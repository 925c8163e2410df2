/** The automatic checks, in the order people see them. The names are stable: others script against them. */
export const CHECK_IDS = ['camera', 'microphone', 'speaker', 'link', 'screen-share', 'encoder', 'host'] as const;

export type CheckId = (typeof CHECK_IDS)[number];

/** Checks measured by the Node side (sockets, operating system); the others need the window's media devices. */
export const NODE_CHECK_IDS = ['link', 'host'] as const satisfies readonly CheckId[];

export type NodeCheckId = (typeof NODE_CHECK_IDS)[number];
