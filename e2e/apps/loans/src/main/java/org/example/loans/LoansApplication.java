package org.example.loans;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class LoansApplication {
  @GetMapping("/loans")
  public String loans() {
    return "[]";
  }

  public static void main(String[] args) {
    SpringApplication.run(LoansApplication.class, args);
  }
}
