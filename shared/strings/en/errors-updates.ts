/** Why an update cannot be taken in, offered or installed. */
export const updateErrors = {
  'update-bad-name': {
    says: 'The file name “{{name}}” cannot be taken.',
    do: 'Only installers (.exe, .AppImage, .deb, .tar.gz) and the release (.jws), named with plain letters, digits, dots and hyphens.',
  },
  'update-too-large': {
    says: 'The file is larger than {{mebibytes}} MiB.',
    do: 'Check the file; no installer is that large.',
  },
  'update-busy': { says: 'Somebody else is uploading this file.', do: 'Wait until that is done, then try again.' },
  'update-incomplete': {
    says: 'The file {{file}} that the release names is not here, or is not the one that was signed.',
    do: 'Upload the right installer first, and the .jws after it.',
  },
  'update-forged': {
    says: 'This release is not signed by the publisher, so it is not used.',
    do: 'Install nothing. The province’s administrator gets the .jws from the publisher again and tells them.',
  },
  'update-older': {
    says: 'Version {{version}} is older than {{running}}, which runs here, so it is not used.',
    do: 'This machine works as before. To go back, the province needs a signed roll-back.',
  },
  'update-not-here': {
    says: 'This machine cannot update itself.',
    do: 'Ask whoever set it up to install version {{version}} by hand, away from meetings.',
  },
  'update-keyless': {
    says: 'This build takes no updates from the province.',
    do: 'Ask whoever set this machine up to install the new version by hand, away from meetings.',
  },
  'update-no-file': {
    says: 'Version {{version}} has no installer for this kind of machine ({{platform}}).',
    do: 'This machine works as before. Tell the province.',
  },
  'update-not-at-hub': {
    says: 'The province’s machine has no file {{file}} yet.',
    do: 'Nothing to do, it is tried again. If this stays, ask the province to upload the file.',
  },
  'update-changed': {
    says: 'The file {{file}} that came is not the one that was signed; it was deleted.',
    do: 'Nothing to do, it is fetched again. If this comes back, tell the province.',
  },
  'update-failed': {
    says: 'The update could not be installed: {{detail}}.',
    do: 'The old version stays and it is tried again. If this comes back, look at the free disk space and tell the province.',
  },
  'update-not-started': {
    says: 'Version {{version}} did not start on this machine; the old version is back.',
    do: 'This machine works as before. Tell the province; this release is not tried here again.',
  },
  'update-not-installed': {
    says: 'Version {{version}} was not installed: the installer was closed several times, or was refused the rights.',
    do: 'This machine works as before. Ask whoever administers it to install it by hand, away from meetings.',
  },
  'update-not-installed-yet': {
    says: 'Version {{version}} was not installed: the installer was closed or was refused the rights.',
    do: 'This machine works as before, and it will ask again later. Next time answer “Yes” when Windows asks.',
  },
  'update-quiet': {
    says: 'A meeting is near or under way, or a check runs: nothing is installed now.',
    do: 'Finish first; it installs itself afterwards.',
  },
  'update-must': {
    says: 'This release was put off as often as is allowed.',
    do: 'Finish what you do; it installs itself when the machine is free.',
  },
  'release-unknown': {
    says: 'Version {{version}} is no longer the one that is offered.',
    do: 'Load the page again and look once more.',
  },
  'data-newer': {
    says: 'The data on this machine was written by a newer version.',
    do: 'Install the newer version again, or restore the copy in the folder before-update as the operations guide says.',
  },
};
