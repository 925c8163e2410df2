/** Why a province cannot be founded on this machine. */
export const setupErrors = {
  'port-taken': {
    says: 'Cổng này đang do phần mềm khác trên máy dùng.',
    do: 'Chọn cổng khác, ví dụ 7444, hoặc đóng phần mềm kia rồi thử lại.',
  },
  'address-not-here': {
    says: 'Máy này không có địa chỉ đó.',
    do: 'Kiểm tra cáp mạng, rồi chọn một địa chỉ của máy này.',
  },
};
