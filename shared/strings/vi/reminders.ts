/** What is due before a meeting: in the window, as a notification of the system, in the tray. */
export const reminders = {
  label: 'Việc đã đến hạn',
  check: { what: 'Chưa kiểm tra xong thiết bị cho cuộc họp.', do: 'Kiểm tra ngay', short: 'kiểm tra thiết bị' },
  leader: { what: 'Lãnh đạo chưa đăng nhập dự họp.', do: 'Mở đăng nhập', short: 'lãnh đạo vào họp' },
  about: 'Họp lúc {{time}} · {{left}}',
  later: 'Nhắc lại sau {{minutes}} phút',
  laterFor: 'Nhắc lại sau {{minutes}} phút: {{what}}',
  tray: {
    open: 'Mở Điểm Cầu',
    checkNow: 'Kiểm tra ngay',
    autostart: 'Tự mở khi đăng nhập máy tính',
    quit: 'Thoát',
  },
};
