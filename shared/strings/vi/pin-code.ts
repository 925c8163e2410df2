/** The province's one-time code for a PIN, at the point. */
export const pinCode = {
  forgot: 'Quên mã PIN?',
  how: 'Nhập mã đặt PIN dùng một lần tỉnh cấp cho {{name}} (trên phiếu mã; không có thì gọi tỉnh{{hotline}}), rồi tự đặt mã PIN.',
  hotline: ': {{number}}',
  code: 'Mã của tỉnh (8 chữ số)',
  hint: 'ví dụ 1234 5678',
  digits: 'Mã của tỉnh có đúng 8 chữ số.',
  pinNew: 'Mã PIN mới (ít nhất {{digits}} chữ số)',
};
