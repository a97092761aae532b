import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/wait.ts'

/** Le temps que prennent les réponses d’un compte. */
export default {
  'wait.label': 'Attente habituelle',
  'wait.usually':
    '{n, plural, one {Réponse habituelle en # jour ouvré au plus.} many {Réponse habituelle en # de jours ouvrés au plus.} other {Réponse habituelle en # jours ouvrés au plus.}}',
  'wait.half-most':
    '{half, plural, one {La moitié des demandes reçoit une réponse en # jour ouvré, la plupart en {most} au plus.} many {La moitié des demandes reçoit une réponse en # de jours ouvrés, la plupart en {most} au plus.} other {La moitié des demandes reçoit une réponse en # jours ouvrés, la plupart en {most} au plus.}}',
  'wait.half-longer':
    '{half, plural, one {La moitié des demandes reçoit une réponse en # jour ouvré ; certaines attendent plus de {n} jours.} many {La moitié des demandes reçoit une réponse en # de jours ouvrés ; certaines attendent plus de {n} jours.} other {La moitié des demandes reçoit une réponse en # jours ouvrés ; certaines attendent plus de {n} jours.}}',
  'wait.longer': 'La réponse prend d’habitude plus de {n} jours ouvrés.',
} satisfies Translation<typeof en>
