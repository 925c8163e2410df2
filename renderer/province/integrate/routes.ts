import { defineRoute } from '../shell/route.ts';

export const tokensRoute = defineRoute('/admin/tokens');
export const webhooksRoute = defineRoute('/admin/webhooks');
export const webhookRoute = defineRoute('/admin/webhooks/:id');
export const referenceRoute = defineRoute('/admin/api');
