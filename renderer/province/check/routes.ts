import { defineRoute } from '../shell/route.ts';

export const checkRoute = defineRoute('/check');
/** As the QR code of a record says. */
export const sealRoute = defineRoute('/check/:seal');
