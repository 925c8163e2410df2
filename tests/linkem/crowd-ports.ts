export const CROWD_HUB_PORT = 8443;
/** Where the points' end enrols all its devices at once. */
export const CROWD_DOOR_PORT = 8080;
