import { defineRoute } from '../shell/route.ts';

export const policyRoute = defineRoute('/admin/policy');
export const checklistRoute = defineRoute('/admin/checklist');
