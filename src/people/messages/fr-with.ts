import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en-with.ts'

/** Signing in with an identity provider, in French. */
export default {
  'with.continue': 'Continuer avec {name}',
  'with.organisation': 'Continuer avec votre organisation',
  'with.or': 'Ou avec votre propre mot de passe :',
  'with.find.title': 'Se connecter avec votre organisation',
  'with.find.lead':
    'Ce qui suit le @ de votre adresse professionnelle dit où vous vous connectez. Personne ne cherche qui vous êtes.',
  'with.find.submit': 'Continuer',
  'with.find.password': 'Se connecter avec un mot de passe',
  'with.found.title': 'Où vous vous connectez',
  'with.found.lead': 'Les personnes dont l’adresse est à {domain} peuvent se connecter avec {name}.',
  'with.none.lead':
    'Pour les adresses à {domain}, aucune connexion d’organisation n’est configurée ici. Connectez-vous avec un mot de passe, ou créez un compte.',
  'with.found.other': 'Donner une autre adresse',
  'with.failed.title': '{name} ne vous a pas connecté',
  'with.failed.safe': 'Votre connexion est restée telle qu’elle était, et votre saisie est conservée.',
  'with.failed.again': 'Réessayer',
  'with.failed.other': 'Se connecter autrement',
  'with.failed.denied': '{name} indique que la connexion n’a pas été acceptée, par vous ou de son côté.',
  'with.do.denied':
    'Réessayez et acceptez-la, ou connectez-vous autrement. Si cela persiste, demandez aux responsables de {name}.',
  'with.failed.unreachable': '{name} n’a pas répondu à temps.',
  'with.do.unreachable': 'Réessayez dans quelques minutes, ou connectez-vous autrement.',
  'with.failed.clock':
    'Ce que {name} a signé est trop ancien, ou daté du futur : une des horloges est fausse.',
  'with.do.clock':
    'Réessayez. Si cela persiste, dites-le à l’exploitant de ce site, ou connectez-vous autrement.',
  'with.failed.not-anew': '{name} ne vous a pas demandé de montrer à nouveau qui vous êtes.',
  'with.do.not-anew': 'Déconnectez-vous de {name} et réessayez, ou confirmez avec votre propre mot de passe.',
  'with.failed.unfit': 'La réponse de {name} n’est pas ce qu’elle doit être ; elle n’a donc pas été crue.',
  'with.do.unfit':
    'Recommencez depuis le début. Si cela persiste, dites-le à l’exploitant de ce site, ou connectez-vous autrement.',
  'with.failed.gone':
    'Ce chemin de retour a déjà servi, date de plus de dix minutes, ou a été commencé dans un autre navigateur ou une autre fenêtre.',
  'with.do.gone':
    'Recommencez. Si vous êtes arrivé ici par le bouton Précédent du navigateur, vous êtes peut-être déjà connecté.',
  'with.failed.no-secret': 'Le chemin vers {name} n’est pas entièrement configuré.',
  'with.do.no-secret':
    'L’exploitant de ce site doit saisir à nouveau le secret de {name}. Connectez-vous autrement jusque-là.',
  'with.failed.no-mail': '{name} n’a communiqué aucune adresse e-mail utilisable ici.',
  'with.do.no-mail':
    'Demandez aux responsables de {name} de communiquer votre adresse professionnelle, ou connectez-vous autrement.',
  'with.failed.mail-unverified': '{name} n’indique pas que votre adresse e-mail est vérifiée.',
  'with.do.mail-unverified': 'Faites vérifier votre adresse auprès de {name}, ou connectez-vous autrement.',
  'with.failed.foreign-domain': '{name} ne répond pas ici du domaine de votre adresse e-mail.',
  'with.do.foreign-domain': 'Connectez-vous autrement, ou demandez à l’exploitant de ce site.',
  'with.failed.not-let-in': 'Cette identité ne peut pas se connecter ici.',
  'with.do.not-let-in': 'Demandez-en la raison à l’exploitant de ce site.',
  'with.failed.other-subject':
    '{name} vous connaissait auparavant comme une autre personne ; nous ne tenons donc pas pour acquis que vous êtes la même.',
  'with.do.other-subject':
    'Connectez-vous avec un mot de passe (« Mot de passe oublié » envoie un lien pour en choisir un), et retirez {name} dans vos paramètres. Un nouveau lien sera alors possible.',
  'with.failed.somebody-else': '{name} a désigné une autre personne que celle qui est connectée ici.',
  'with.do.somebody-else':
    'Connectez-vous auprès de {name} en votre nom et réessayez, ou confirmez avec votre propre mot de passe.',
  'confirm-with.title': 'Montrez à nouveau que c’est vous',
  'confirm-with.lead':
    'Pour cette étape, nous voulons être sûrs que c’est bien vous. Votre saisie est conservée.',
  'confirm-with.continue': 'Confirmer avec {name}',
  'confirm-with.or': 'Ou saisissez votre mot de passe :',
  'no-password.title': 'Vous n’avez pas de mot de passe',
  'no-password.lead':
    'Vous vous connectez sans. Un lien envoyé par mail vous permet d’en choisir un ; rien ne change avant.',
  'no-password.go': 'Recevoir un lien',
  'settings.unlinked': 'L’organisation est retirée. Vous vous connectez désormais sans elle.',
  'settings.providers': 'Organisations avec lesquelles vous vous connectez',
  'settings.providers.since': 'Liée le {date}',
  'settings.providers.off': 'Liée le {date} ; désactivée par l’exploitant',
  'settings.unlink': 'Retirer',
  'settings.unlink.whose': 'Retirer {name}',
  'settings.unlink.text':
    'Si vous n’avez pas de mot de passe, « Mot de passe oublié » sur la page de connexion envoie un lien pour en choisir un.',
  'mail.provider-linked.subject': 'Vous pouvez vous connecter avec votre organisation',
  'mail.provider-linked.opening':
    'Vous vous êtes connecté à {installation} avec votre organisation pour la première fois.',
  'mail.provider-linked.text':
    'Elle a été liée à votre compte le {when}, et c’est elle qui tient votre nom à jour désormais. Si ce n’était pas vous, retirez-la dans vos paramètres et dites-le à l’exploitant de {installation}.',
  'mail.provider-linked.button': 'Voir vos paramètres',
  'event.person.provider-linked': 'a lié la connexion d’une organisation',
  'event.person.provider-unlinked': 'a retiré la connexion d’une organisation',
} satisfies Translation<typeof en>
