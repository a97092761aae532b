import { z } from 'zod'

const wish = z.enum(['AT_ONCE', 'DAILY', 'OFF'], { error: 'error.form.incomplete' }).optional()

/** How mails are wanted, kind by kind; kinds that a person has nothing to do with are not sent. */
export const notificationsForm = z.strictObject({
  'decision-needed': wish,
  reminder: wish,
  'own-request': wish,
  conversation: wish,
  access: wish,
  support: wish,
  operator: wish,
  digest: wish,
})
