// Pricing asks the exchange for today's rates.
package main

import (
	"io"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/rates", func(w http.ResponseWriter, _ *http.Request) {
		response, err := http.Get("https://rates.example.com/today.json")
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer response.Body.Close()
		io.Copy(w, response.Body)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
