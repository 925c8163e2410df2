/** What a person tells support when the window or its data cannot be opened. */
export const support = {
  tell: 'Gọi hỗ trợ và cho biết:',
  hotline: 'Đường dây hỗ trợ',
  code: 'Mã lỗi',
  version: 'Phiên bản',
  dataDir: 'Thư mục dữ liệu (giữ nguyên)',
  logFile: 'Tệp nhật ký kỹ thuật',
};
