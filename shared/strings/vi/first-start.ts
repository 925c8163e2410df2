/** The first start of a machine. */
export const firstStart = {
  steps: { label: 'Các bước lần đầu', code: 'Ghi danh', devices: 'Chọn thiết bị', check: 'Kiểm tra lần đầu' },
  again: 'Máy này không phải của điểm cầu? Chọn lại',
  hub: 'Máy chủ của tỉnh đặt sẵn trên máy này: {{hub}}.',
  code: {
    'other-text': 'Đây không phải mã ghi danh: mã bắt đầu bằng “DC1.” Chép lại cả dòng mã trên phiếu.',
    incomplete: 'Mã chưa đủ hoặc có ký tự sai. Chép lại cả mã, không bỏ sót dòng nào.',
  },
  scan: {
    open: 'Đưa mã QR trên phiếu trước camera',
    picture: 'Hình từ camera',
    looking: 'Giơ phiếu thẳng trước camera, cách khoảng một gang tay, đủ sáng.',
    'other-code': 'Mã QR này không phải mã ghi danh. Dùng mã trên phiếu ghi danh của tỉnh.',
    'no-camera': 'Không mở được camera. Cắm lại camera, đóng phần mềm họp khác rồi thử lại, hoặc dán mã vào ô dưới.',
    cancel: 'Thôi, nhập mã bằng tay',
  },
  devices: {
    enrolled: 'Đã ghi danh. Chọn thiết bị dùng để họp, rồi kiểm tra ngay.',
    title: 'Thiết bị dùng để họp',
    none: {
      camera: 'Chưa thấy camera nào. Cắm camera vào; ô này tự cập nhật.',
      microphone: 'Chưa thấy micro nào. Cắm micro vào; ô này tự cập nhật.',
      speaker: 'Chưa thấy loa nào. Bật loa hoặc tivi; ô này tự cập nhật.',
    },
    check: 'Kiểm tra lần đầu',
    later: 'Để sau, vào màn hình chính',
  },
};
