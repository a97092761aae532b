import type { Translation } from '../../i18n/messages.ts'
import type en from './en.ts'

/** The French sentences of the mail that gathers others. */
export default {
  'digest.subject': '{n, plural, one {# nouvelle} other {# nouvelles}} de {installation}',
  'digest.opening': '{n, plural, one {Vous avez # nouvelle.} other {Vous avez # nouvelles.}}',
  'digest.more':
    '{n, plural, one {Et # autre dans vos notifications.} other {Et # autres dans vos notifications.}}',
  'digest.button': 'Voir vos notifications',
  'digest.or-visit': 'Ou ouvrez',
  'digest.why.daily':
    'Vous recevez ce mail une fois par jour, parce que vous l’avez choisi ou parce que de nombreuses demandes vous attendent. Vous pouvez changer cela dans vos paramètres.',
  'digest.why.cap': 'Il y a eu beaucoup de nouvelles en une heure ; elles sont réunies dans un seul mail.',
  'digest.heads':
    'Gardez ce mail : grâce à ces empreintes, chacun pourra montrer plus tard que le journal n’a pas été modifié. Compte, nombre d’événements, empreinte :',
  'turn-off.reminder': 'Ne plus recevoir de relances par mail',
  'turn-off.digest': 'Ne plus recevoir le mail quotidien',
} satisfies Translation<typeof en>
