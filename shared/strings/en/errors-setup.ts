/** Why a province cannot be founded on this machine. */
export const setupErrors = {
  'port-taken': {
    says: 'Another program on this machine uses this port.',
    do: 'Choose another one, 7444 say, or close that program and try again.',
  },
  'address-not-here': {
    says: 'This machine does not have that address.',
    do: 'Check the network cable, then choose an address of this machine.',
  },
};
