import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/home.ts'

/** Les phrases de la page d’accueil. */
export default {
  'home.title': 'Accueil',
  'home.greeting': 'Bonjour, {name}',
  'home.lead-nothing': 'Rien ne vous attend.',
  'home.lead-decide':
    '{n, plural, one {# demande attend votre décision.} many {# de demandes attendent votre décision.} other {# demandes attendent votre décision.}}',
  'home.lead-many': 'Plus de 99 demandes attendent votre décision.',
  'home.request': 'Demander un accès',
  'home.profile-title': 'Votre profil est incomplet',
  'home.profile':
    'Le prénom, le nom, l’entreprise et le pays accompagnent chaque demande. Complétez-les avant d’en faire une.',
  'home.profile-go': 'Compléter votre profil',
  'home.verify-title': 'Votre adresse e-mail n’est pas confirmée',
  'home.verify':
    'Ouvrez le lien contenu dans le mail envoyé à {address}. Vous pourrez ensuite demander un accès.',
  'home.verify-go': 'Aller à vos paramètres',
  'home.decide': 'En attente de votre part',
  'home.decide-all': 'Toutes les demandes à traiter',
  'home.decide-none':
    'Aucune demande n’attend votre décision. Dès qu’il en arrive une, elle apparaît ici et vous recevez un mail.',
  'home.question':
    'Un administrateur vous a posé une question sur votre demande. Ses échéances attendent votre réponse.',
  'home.confirm':
    '{name} demande un accès pour vous. La demande part aux administrateurs quand vous la confirmez.',
  'home.invited': 'On vous invite. Acceptez, ou dites non.',
  'home.waits.ACCEPT':
    'On vous demande d’accepter ce à quoi le nouveau compte s’engage, et de l’administrer.',
  'home.waits.CHANGE': 'Un exploitant demande une modification avant que le nouveau compte puisse avancer.',
  'home.waits.NAME':
    'La personne qui devait administrer le nouveau compte a dit non. Désignez quelqu’un d’autre.',
  'home.office.new-accounts':
    '{n, plural, one {# nouveau compte à examiner} other {# nouveaux comptes à examiner}}',
  'home.office.changes':
    '{n, plural, one {# modification de compte attend une seconde personne} other {# modifications de comptes attendent une seconde personne}}',
  'home.new-account': 'Nouveau compte',
  'home.info': 'Réponse attendue du demandeur',
  'home.due': 'Réponse attendue {due}',
  'home.others': 'En attente d’autres personnes',
  'home.others-all': 'Vos demandes d’accès',
  'home.others-none':
    'Vous n’avez aucune demande en cours. Quand vous demandez un accès, vous voyez ici où en est la demande.',
  'home.access': 'Vos accès',
  'home.ending':
    '{n, plural, one {Un de vos droits prend bientôt fin} other {# de vos droits prennent bientôt fin}}',
  'home.ending-first':
    '{n, plural, one {Il est dans {account} et prend fin le {date}.} other {Le premier est dans {account} et prend fin le {date}.}}',
  'home.ending-go': 'Voir ce qui prend fin',
  'home.suspended': '{n, plural, one {Un de vos droits est suspendu} other {# de vos droits sont suspendus}}',
  'home.suspended-one':
    'Personne ne l’a conservé lors d’une revue, il ne donne donc rien pour l’instant : {held}. Un administrateur de {account} peut le rétablir.',
  'home.suspended-many':
    'Personne ne les a conservés lors d’une revue, ils ne donnent donc rien pour l’instant. Les administrateurs peuvent les rétablir.',
  'home.suspended-go': 'Voir ce qui est suspendu',
  'home.access-all': 'Tous vos accès',
  'home.access-none':
    'Vous n’avez encore aucun accès. Pour en demander un, il suffit de l’identificateur de domaine du compte de votre organisation.',
  'home.access-more': '{n, plural, one {et # autre rôle} many {et # de rôles} other {et # autres rôles}}',
} satisfies Translation<typeof en>
